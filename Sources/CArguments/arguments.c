#include "CArguments.h"

// Also defines __GLIBC__, if this is glibc.
#include <stdlib.h>

static int count = 0;
static char *const *values = NULL;

// Other C libraries call constructors without arguments, and reading them would read whatever lies in the registers.
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int given_count, char *const *given_values) {
    count = given_count;
    values = given_values;
}
#endif

int carguments_count(void) {
    return count;
}

char *const *carguments_values(void) {
    return values;
}
