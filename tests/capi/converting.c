#include "check.h"

static char const form[] = "项目支出绩效目标表\n项目名称\t河道保洁\n年度目标\t保持水面清洁\n"
                           "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁河道长度\t≥12公里\n";

static void converts_memory(void) {
  jixiao_document* document = NULL;
  CHECK(jixiao_convert("form.txt", form, sizeof form - 1, NULL, &document) == JIXIAO_OK);
  CHECK(jixiao_form_count(document) == 1);
  jixiao_document_free(document);
}

static void json_is_read_back(void) {
  jixiao_document *document = NULL, *again = NULL;
  jixiao_buffer first = {0}, second = {0};
  CHECK(jixiao_convert("form.txt", form, sizeof form - 1, NULL, &document) == JIXIAO_OK);
  CHECK(jixiao_document_json(document, 0, &first) == JIXIAO_OK);
  CHECK(strlen(first.bytes) == first.size);
  CHECK(jixiao_read_json(first.bytes, first.size, &again) == JIXIAO_OK);
  CHECK(jixiao_document_json(again, 0, &second) == JIXIAO_OK);
  CHECK(strcmp(first.bytes, second.bytes) == 0);
  CHECK(jixiao_read_json("{}", 2, &again) == JIXIAO_BAD_JSON);
  CHECK(strstr(jixiao_error_message(), "jixiao/1") != NULL);
  jixiao_buffer_free(&first);
  jixiao_buffer_free(&second);
  CHECK(first.bytes == NULL);
  jixiao_document_free(document);
  jixiao_document_free(again);
}

static void a_missing_file_is_a_finding(void) {
  jixiao_document* document = NULL;
  jixiao_finding finding = {.size = sizeof finding};
  CHECK(jixiao_convert_file("/nowhere/form.docx", NULL, &document) == JIXIAO_OK);
  CHECK(jixiao_document_fate(document) == JIXIAO_UNREADABLE);
  CHECK(jixiao_finding_count(document) == 1);
  CHECK(jixiao_get_finding(document, 0, &finding) == JIXIAO_OK);
  CHECK(is(finding.code, "S110"));
  CHECK(finding.severity == JIXIAO_ERROR);
  CHECK(finding.path.bytes == NULL);
  jixiao_document_free(document);
}

static void options_are_checked(void) {
  jixiao_document* document = NULL;
  jixiao_options options = {.size = sizeof options, .from = "papyrus"};
  CHECK(jixiao_convert("", "", 0, &options, &document) == JIXIAO_BAD_ARGUMENT);
  CHECK(strstr(jixiao_error_message(), "papyrus") != NULL);
  options.from = NULL;
  options.profile = "atlantis-1900";
  CHECK(jixiao_convert("", "", 0, &options, &document) == JIXIAO_BAD_ARGUMENT);
  options.profile = NULL;
  options.least = 7;
  CHECK(jixiao_convert("", "", 0, &options, &document) == JIXIAO_BAD_ARGUMENT);
  options.size = 0;
  CHECK(jixiao_convert("", "", 0, &options, &document) == JIXIAO_BAD_ARGUMENT);
  CHECK(jixiao_convert("", NULL, 3, NULL, &document) == JIXIAO_BAD_ARGUMENT);
  CHECK(jixiao_convert("", "", 0, NULL, NULL) == JIXIAO_BAD_ARGUMENT);
  CHECK(document == NULL);

  /* A caller that knows the first member only. */
  options.size = offsetof(jixiao_options, grammars);
  CHECK(jixiao_convert("form.txt", form, sizeof form - 1, &options, &document) == JIXIAO_OK);
  jixiao_document_free(document);
}

static void a_limit_is_a_finding(void) {
  jixiao_document* document = NULL;
  jixiao_options const options = {.size = sizeof options, .limit_bytes = 10};
  CHECK(jixiao_convert("form.txt", form, sizeof form - 1, &options, &document) == JIXIAO_OK);
  CHECK(jixiao_form_count(document) == 0);
  CHECK(jixiao_finding_count(document) == 1);
  jixiao_document_free(document);
}

static void grammars_are_loaded(void) {
  static char const good[] = "form mine {\n  family mine\n  title \"*河道\"\n  pairs { \"河名\" -> project_name }\n}\n";
  static char const printed[] = "河道\n河名\t清河\n年度目标\t保持水面清洁\n"
                                "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁河道长度\t≥12公里\n";
  jixiao_grammars* grammars = NULL;
  jixiao_document* document = NULL;
  jixiao_form got = {.size = sizeof got};
  CHECK(jixiao_grammars_load(good, sizeof good - 1, "mine.form", &grammars) == JIXIAO_OK);
  jixiao_options const options = {.size = sizeof options, .grammars = grammars};
  CHECK(jixiao_convert("form.txt", printed, sizeof printed - 1, &options, &document) == JIXIAO_OK);
  CHECK(jixiao_get_form(document, 0, &got) == JIXIAO_OK);
  CHECK(is(got.project_name, "清河"));
  jixiao_document_free(document);
  jixiao_grammars_free(grammars);

  CHECK(jixiao_grammars_load("form {", 6, "bad.form", &grammars) == JIXIAO_BAD_GRAMMAR);
  CHECK(strncmp(jixiao_error_message(), "bad.form:1:", 11) == 0);
}

static void codes_are_explained(void) {
  CHECK(strstr(jixiao_explain("S110", NULL), "S110") != NULL);
  CHECK(jixiao_explain("S110", "zh") != NULL);
  CHECK(jixiao_explain("X999", "en") == NULL);
  CHECK(jixiao_explain("S110", "tlh") == NULL);
}

void test_converting(char const* samples) {
  (void)samples;
  CHECK(strchr(jixiao_version(), '.') != NULL);
  converts_memory();
  json_is_read_back();
  a_missing_file_is_a_finding();
  options_are_checked();
  a_limit_is_a_finding();
  grammars_are_loaded();
  codes_are_explained();
  jixiao_document_free(NULL);
  jixiao_grammars_free(NULL);
  jixiao_buffer_free(NULL);
}
