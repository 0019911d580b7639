# Completes command lines in fish, and compares what is offered. Usage: complete.fish JIXIAO FOLDER
$argv[1] completion fish | source; or exit 1
cd $argv[2]; or exit 1
set -g failed 0

# offers LINE WORD...: all of them, and nothing else.
function offers
    set -l offered (complete -C "$argv[1]" | string replace -r '\t.*' '')
    if test "$offered" != "$argv[2..]"
        echo "$argv[1]: expected \"$argv[2..]\", offered \"$offered\""
        set -g failed 1
    end
end

offers 'jixiao con' convert
offers 'jixiao --v' --version
offers 'jixiao convert --fo' --force
offers 'jixiao convert --fail-on ' error never note warning
offers 'jixiao check --format=sa' --format=sarif
offers 'jixiao convert --to s' sqlite
offers 'jixiao convert --limit mem' memory=
offers 'jixiao explain S101' S101
offers 'jixiao check --severity S101=' S101=error S101=note S101=off S101=warning
offers 'jixiao check --profile hub' hubei
offers 'jixiao convert doub' doubtful.tsv
offers 'jixiao convert -o ar' archive/
offers 'jixiao grammars ' check draft list show
offers 'jixiao grammars show shanghai-d' shanghai-declaration
offers 'jixiao grammars check f' form.tsv
offers 'jixiao convert check --fo' --force
offers 'jixiao completion ' bash fish zsh

complete -C 'jixiao convert --q' | string match -q '*Nothing on standard error*'; or begin
    echo 'options come without what they do'
    set failed 1
end
exit $failed
