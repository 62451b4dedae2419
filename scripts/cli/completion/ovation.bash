# Put into ~/.bashrc: eval "$(ovation completion bash)"
_ovation() {
  local line=${COMP_LINE:0:COMP_POINT} current value word about path ending mark cut= before
  current=${line##*[[:space:]]}
  value=$current
  [[ $value == --*=* ]] && value=${value#*=}
  COMPREPLY=()
  while IFS=$'\t' read -r word about; do
    case $word in
      '') ;;
      @folder|@file*)
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do
          ending=${word#@*:}
          if [[ -z $path ]]; then continue; fi
          if [[ -d $path || $word == @file || ":$ending:" == *":.${path##*.}:"* ]]; then COMPREPLY+=("$path"); fi
        done <<< "$(if [[ $word == @folder ]]; then compgen -d -- "$value"; else compgen -f -- "$value"; fi)" ;;
      *) COMPREPLY+=("$word") ;;
    esac
  done <<< "$(_ovation_offers "$line")"
  for mark in : =; do # readline takes what stands behind these for the word
    before=${current%"${current##*"$mark"}"}
    if [[ $COMP_WORDBREAKS == *"$mark"* && ${#before} -gt ${#cut} ]]; then cut=$before; fi
  done
  COMPREPLY=("${COMPREPLY[@]#"$cut"}")
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _ovation ovation
