# What the rest of the project calls the machine.
case $host_cpu in
  x86_64|i?86) machine=pc ;;
  *) machine=other ;;
esac
