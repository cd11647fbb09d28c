// Linking it is all there is to do: `malloc` and `free` are mimalloc's from then on, those of every library too. Threads that parse get memory
// without waiting for each other, where glibc asks the kernel for each few pages.
import CMimalloc
