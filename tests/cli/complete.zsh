# Completes command lines in zsh, and compares what is offered. Usage: complete.zsh JIXIAO FOLDER
# A shell on a terminal of its own completes one line each time, and prints every match between marks.
zmodload zsh/zpty || exit 1
jixiao=$1 folder=$2 failed=0
scripts=$(mktemp -d) || exit 1
trap 'rm -rf $scripts' EXIT
$jixiao completion zsh >$scripts/_jixiao || exit 1

cat >$scripts/inner <<'INNER'
PROMPT=
fpath=($1 $fpath)
autoload -Uz compinit
compinit -u -C -d $1/dump
bindkey '^I' complete-word
setopt no_list_beep
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)* ]]; then
    builtin compadd "$@"
    return
  fi
  local -a matches
  builtin compadd -A matches "$@"
  (($#matches)) && print -rl -- "<"${^matches}">"
  builtin compadd "$@"
}
print_end() { print -r -- '<END>'; exit }
comppostfuncs=(print_end)
cd $2
print -r -- '<READY>'
INNER

# offers LINE WORD...: all of them, and nothing else, in any order.
offers() {
  local line=$1 output
  shift
  zpty shell zsh -f -i
  zpty -w shell "source $scripts/inner $scripts $folder"
  zpty -r shell output '*<READY>*' || { print "the shell did not start"; exit 1 }
  zpty -n -w shell "$line"$'\t'
  zpty -r shell output '*<END>*'
  zpty -d shell
  local -aU offered=(${${(M)${(f)${output//$'\r'/}}:#*<*>*}})
  offered=(${${offered##*<}%%>*})
  offered=(${(o)offered:#END})
  local -a expected=(${(o)@})
  [[ "$offered" == "$expected" ]] && return
  print -r -- "$line: expected \"$expected\", offered \"$offered\""
  failed=1
}

offers 'jixiao con' convert
offers 'jixiao convert --fo' --force
offers 'jixiao convert --fail-on ' error never note warning
offers 'jixiao check --format=sa' sarif
offers 'jixiao convert -j 2 --to s' sqlite
offers 'jixiao convert --limit mem' memory=
offers 'jixiao explain S101' S101
offers 'jixiao check --severity S101=' error note off warning
offers 'jixiao check --profile hub' hubei
offers 'jixiao convert doub' doubtful.tsv
offers 'jixiao grammars sh' show
offers 'jixiao grammars show shanghai-d' shanghai-declaration
offers 'jixiao completion ' bash fish zsh
exit $failed
