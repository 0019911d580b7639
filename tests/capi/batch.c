#include "check.h"

struct seen {
  uint64_t count, most;
  int in_order;
};

static int32_t take(void* user, jixiao_result const* result) {
  struct seen* seen = user;
  seen->in_order = seen->in_order && result->number == seen->count;
  ++seen->count;
  CHECK(strncmp(result->json.bytes, "{\"schema\":\"jixiao/1\"", 20) == 0);
  CHECK(result->tables.bytes == NULL);
  CHECK(strstr(result->path.bytes, "/input.") != NULL);
  return seen->count < seen->most;
}

void test_batch(char const* samples) {
  char first[1024], second[1024];
  snprintf(first, sizeof first, "%s/intact_form", samples);
  snprintf(second, sizeof second, "%s/fund_parts_do_not_add_up", samples);
  char const* const paths[] = {first, second};
  struct seen seen = {0, 100, 1};
  jixiao_batch batch = {
      .size = sizeof batch, .paths = paths, .path_count = 2, .jobs = 2, .json = 1, .take = take, .user = &seen};
  CHECK(jixiao_convert_all(&batch, NULL) == JIXIAO_OK);
  CHECK(seen.count == 2 && seen.in_order);

  seen = (struct seen){0, 1, 1};
  CHECK(jixiao_convert_all(&batch, NULL) == JIXIAO_CANCELLED);
  CHECK(seen.count == 1);

  batch.take = NULL;
  CHECK(jixiao_convert_all(&batch, NULL) == JIXIAO_BAD_ARGUMENT);
  batch.size = 0;
  CHECK(jixiao_convert_all(&batch, NULL) == JIXIAO_BAD_ARGUMENT);
  CHECK(jixiao_convert_all(NULL, NULL) == JIXIAO_BAD_ARGUMENT);
}
