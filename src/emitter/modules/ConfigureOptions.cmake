# What a user chose, in configure's words.
#
#   option_value(<variable> <option>)

include_guard(DIRECTORY)

# Sets the variable to what --enable-x or --with-x would have given: yes or no for what
# CMake's users call ON and OFF, any other text as it is, nothing if nothing was chosen.
function(option_value variable option)
    set(value "${${option}}")
    if(value MATCHES "^(ON|YES|TRUE|Y|on|yes|true|y)$")
        set(value "yes")
    elseif(value MATCHES "^(OFF|NO|FALSE|N|off|no|false|n)$")
        set(value "no")
    endif()
    set(${variable} "${value}" PARENT_SCOPE)
endfunction()
