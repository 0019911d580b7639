#ifndef JIXIAO_TESTS_CAPI_CHECK_H
#define JIXIAO_TESTS_CAPI_CHECK_H

#include <jixiao/jixiao.h>

#include <stdio.h>
#include <string.h>

/* A failed check says where, and the test goes on. */
extern int failures;

#define CHECK(condition)                                                                                               \
  ((condition) ? (void)0                                                                                               \
               : (void)(++failures,                                                                                    \
                        fprintf(stderr, "%s:%d: %s (%s)\n", __FILE__, __LINE__, #condition, jixiao_error_message())))

static inline int is(jixiao_text text, char const* expected) {
  return text.bytes && text.size == strlen(expected) && strcmp(text.bytes, expected) == 0;
}

void test_converting(char const* samples);
void test_parts(char const* samples);
void test_batch(char const* samples);

#endif
