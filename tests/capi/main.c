#include "check.h"

int failures = 0;

/* The numbers of enumerators are a part of the interface that no symbol or struct shows. */
_Static_assert(JIXIAO_OK == 0 && JIXIAO_BAD_ARGUMENT == 1 && JIXIAO_NOT_FOUND == 2 && JIXIAO_BAD_JSON == 3, "status");
_Static_assert(JIXIAO_BAD_GRAMMAR == 4 && JIXIAO_NO_MEMORY == 5 && JIXIAO_CANCELLED == 6 && JIXIAO_FAILED == 7,
               "status");
_Static_assert(JIXIAO_NOTE == 0 && JIXIAO_WARNING == 1 && JIXIAO_ERROR == 2, "severity");
_Static_assert(JIXIAO_CONVERTED == 0 && JIXIAO_WITH_FINDINGS == 1 && JIXIAO_REFUSED == 2 && JIXIAO_UNREADABLE == 3,
               "fate");
_Static_assert(JIXIAO_QUANTITY == 0 && JIXIAO_DEADLINE == 1 && JIXIAO_QUALITATIVE == 2, "kind of value");
_Static_assert(JIXIAO_NONE == 0 && JIXIAO_EQUAL == 1 && JIXIAO_AT_LEAST == 2 && JIXIAO_AT_MOST == 3, "comparator");
_Static_assert(JIXIAO_GREATER == 4 && JIXIAO_LESS == 5, "comparator");
_Static_assert(JIXIAO_ANY_CERTAINTY == 0 && JIXIAO_LIKELY == 1 && JIXIAO_CERTAIN == 2, "certainty");

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
