# Put into ~/.zshrc after compinit: source <(ovation completion zsh)
_ovation() {
  local line="${(j: :)words[1,CURRENT-1]} $PREFIX" word about
  local -a plain open paths
  while IFS=$'\t' read -r word about; do
    case $word in
      '') ;;
      @*) paths+=("$word") ;;
      *[:=]) open+=("${word//:/\\:}${about:+:$about}") ;;
      *) plain+=("${word//:/\\:}${about:+:$about}") ;;
    esac
  done <<< "$(_ovation_offers "$line")"
  (( $#plain )) && _describe -t words word plain
  (( $#open )) && _describe -t settings setting open -S ''
  [[ $PREFIX == --*=* ]] && compset -P '*='
  for word in $paths; do
    case $word in
      @folder) _files -/ ;;
      @file) _files ;;
      *) _files -g "*${${word#@file:}//:/ *}" ;;
    esac
  done
}
compdef _ovation ovation
