    .globl start_of_example
start_of_example:
