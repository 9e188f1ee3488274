pc_flags=-mtune=generic
