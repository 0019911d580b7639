# Completes command lines as bash would, and compares what is offered. Usage: complete.bash JIXIAO FOLDER
source <("$1" completion bash) || exit 1
cd "$2" || exit 1
failed=0

# cut LINE: its words as bash cuts them for completion; the last one is the one to complete.
cut() {
  local line=$1
  [[ $COMP_WORDBREAKS == *=* ]] && line=${line//=/ = }
  read -ra COMP_WORDS <<<"$line"
  [[ $1 == *[\ =] ]] && COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
}

# offers LINE WORD...: all of them, and nothing else.
offers() {
  cut "$1"
  shift
  COMPREPLY=(left over)
  _jixiao
  [[ "${COMPREPLY[*]}" == "$*" ]] && return
  echo "${COMP_WORDS[*]}: expected \"$*\", offered \"${COMPREPLY[*]}\""
  failed=1
}

offers 'jixiao con' convert
offers 'jixiao ' convert check inspect explain grammars schema test completion man
offers 'jixiao --v' --version
offers 'jixiao convert --f' --force --files-from --from --fail-on
offers 'jixiao convert --fail-on ' note warning error never
offers 'jixiao check --fail-on=no' note
offers 'jixiao check --format j' json jsonl junit
offers 'jixiao convert --to s' sqlite
offers 'jixiao convert form.tsv -o out --to x' xlsx
offers 'jixiao convert -j 2 --from bb' bbox bbox-tsv
offers 'jixiao convert --limit mem' memory=
offers 'jixiao convert -j '
offers 'jixiao explain S101' S101
offers 'jixiao explain empty_' empty_input
offers 'jixiao explain S101 '
offers 'jixiao check --severity S101' S101=
offers 'jixiao check --severity S101=' off note warning error
offers 'jixiao check --severity S101=w --off S102' S102
offers 'jixiao check --profile hub' hubei
offers 'jixiao check --profile doub' doubtful.tsv
offers 'jixiao convert doub' doubtful.tsv
offers 'jixiao convert form.tsv ar' archive
offers 'jixiao convert --output=ar' archive
offers 'jixiao convert nothing-of-that-name'
offers 'jixiao test check' # no file of that name, and no command here
offers 'jixiao grammars ' list show check draft
offers 'jixiao grammars show shanghai-d' shanghai-declaration
offers 'jixiao grammars check f' form.tsv
offers 'jixiao man ex' explain
offers 'jixiao completion ' bash zsh fish
COMP_WORDBREAKS=${COMP_WORDBREAKS//=/}
offers 'jixiao check --format=sa' --format=sarif
offers 'jixiao check --severity V501=n' V501=note

exit "$failed"
