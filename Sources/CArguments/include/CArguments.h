#pragma once

// Swift's CommandLine reads the program's arguments from /proc on Linux. A bare root or a hardened container may have
// no /proc, and then a program would do as if it had been called without any. glibc and Darwin also give them to the
// constructors of a program; from there they are kept here.

// The number of arguments, the program's name included; 0 if the C library gives none to constructors.
int carguments_count(void);

// The arguments, the program's name first; NULL if there are none.
char *const *carguments_values(void);
