# Put into ~/.config/fish/completions/ovation.fish: ovation completion fish > that file

# The command that the line stands in and the place of the next argument: "network info" and 1.
function __ovation_stand
    set -l words (commandline -opc)
    set -l command
    set -l place 1
    set -l pending no
    for word in $words[2..]
        if string match -q -- '--*=*' $word
            set pending no
        else if string match -q -- '--*' $word
            set pending no
            contains -- $word $__ovation_taking; and set pending yes
        else if test $pending = yes
            set pending no
        else if test -z "$command"; or contains -- "$command" $__ovation_groups
            set command (string trim -- "$command $word")
        else
            set place (math $place + 1)
        end
    end
    echo "$command"
    echo $place
end

# Whether the line stands in this command and, where it is told, at this place.
function __ovation_at
    set -l stand (__ovation_stand)
    test "$stand[1]" = "$argv[1]"; and begin
        test (count $argv) -lt 2; or test $stand[2] -eq $argv[2]
    end
end

# What is set of the model named on the line.
function __ovation_settings
    set -l model
    for word in (commandline -opc)
        contains -- $word (string replace -r '\t.*' '' -- (__ovation_list models)); and set model $word
    end
    __ovation_list "settings $model"
end

# Networks, and after the colon of a generator its keys.
function __ovation_networks
    set -l current (commandline -ct | string replace -r '^--[^=]*=' '')
    if string match -q -- '*:*' $current
        set -l stem (string replace -r '[^:,]*$' '' -- $current)
        for offer in (__ovation_list "keys "(string split -m1 : -- $current)[1])
            echo $stem$offer
        end
    else
        __ovation_list networks
    end
end

# Words that a comma may join.
function __ovation_joined
    set -l stem (commandline -ct | string replace -r '^--[^=]*=' '' | string replace -r '[^,]*$' '')
    for word in $argv
        echo $stem$word
    end
end

complete -c ovation -f
