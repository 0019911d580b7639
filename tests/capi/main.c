#include "check.h"

int failures = 0;

/* capi_test SAMPLES */
int main(int argc, char** argv) {
  if (argc != 2)
    return 2;
  test_converting(argv[1]);
  test_parts(argv[1]);
  test_batch(argv[1]);
  if (failures > 0)
    fprintf(stderr, "%d checks failed\n", failures);
  return failures == 0 ? 0 : 1;
}
