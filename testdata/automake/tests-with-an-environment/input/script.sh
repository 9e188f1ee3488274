#!/bin/sh
test -r "$EXAMPLE_DATA/one.txt"
