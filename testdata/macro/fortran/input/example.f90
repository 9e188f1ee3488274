program example
end program example
