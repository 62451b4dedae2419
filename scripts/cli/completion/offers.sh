# _ovation_offers LINE, for bash and zsh alike: prints what may end the line: on each line
# a word, a tab and its description; @file, @file:.csv or @folder where paths are allowed. Plain sh inside.
_ovation_tell() (
  stem=$2 current=$3
  _ovation_list "$1" | while IFS='	' read -r word about; do
    case $word in
      '') ;;
      @models) _ovation_tell models "$stem" "$current" ;;
      @settings) _ovation_tell "settings $4" "$stem" "$current" ;;
      @networks)
        case $current in
          *:*) part=${current##*[:,]}; _ovation_tell "keys ${current%%:*}" "$stem${current%"$part"}" "$part" ;;
          *) _ovation_tell networks "$stem" "$current" ;;
        esac ;;
      @joined) part=${current##*,}; stem=$stem${current%"$part"}; current=$part ;;
      @*) printf '%s\n' "$word" ;;
      "$current"*) printf '%s%s\t%s\n' "$stem" "$word" "$about" ;;
    esac
  done
)
_ovation_offers() (
  if [ -n "$ZSH_VERSION" ]; then emulate -R sh; fi
  set -f
  IFS=' 	
'
  line=$1 current=${1##*[[:space:]]} command= group= model= pending= place=1 stem=
  set -- ${line%"$current"}
  shift
  models=$(_ovation_list models)
  for word in "$@"; do
    case "
$models" in *"
$word	"*) model=$word ;; esac
    case $word in
      --*=*) pending= ;;
      --*) pending=; if _ovation_list "follows $command $word" >/dev/null; then pending=$word; fi ;;
      *)
        if [ -n "$pending" ]; then pending=
        elif [ -n "$command" ]; then place=$((place + 1))
        elif [ -z "$group" ] && _ovation_list "commands $word" >/dev/null; then group=$word
        else command=${group:+$group }$word
        fi ;;
    esac
  done
  case $current in
    --*=*) stem=${current%%=*}; list="follows $command $stem"; stem=$stem=; current=${current#*=} ;;
    -*) list="options${command:+ $command}" ;;
    *)
      if [ -n "$pending" ]; then list="follows $command $pending"
      elif [ -z "$command" ]; then list="commands${group:+ $group}"
      else list="follows $command $place"
      fi ;;
  esac
  if ! _ovation_list "$list" >/dev/null; then list="options $command"; fi
  _ovation_tell "$list" "$stem" "$current" "$model"
)
