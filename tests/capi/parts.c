#include "check.h"

static jixiao_document* sample(char const* samples, char const* name) {
  char path[1024];
  jixiao_document* document = NULL;
  jixiao_options const options = {.size = sizeof options, .keep_grid = 1};
  snprintf(path, sizeof path, "%s/%s/input.txt", samples, name);
  CHECK(jixiao_convert_file(path, &options, &document) == JIXIAO_OK);
  return document;
}

static void a_form_by_its_parts(jixiao_document const* document) {
  jixiao_form form = {.size = sizeof form};
  CHECK(jixiao_get_form(document, 0, &form) == JIXIAO_OK);
  CHECK(is(form.kind, "declaration"));
  CHECK(is(form.project_name, "农村供水管网维护经费"));
  CHECK(is(form.supervising_department, "青石县水务局"));
  CHECK(form.supervising_department_code.bytes == NULL);
  CHECK(form.fiscal_year.present && form.fiscal_year.coefficient == 2026);
  CHECK(form.project_code.bytes == NULL);
  CHECK(!form.total_score.present);
  CHECK(form.indicators == 5 && form.funds == 7);
  CHECK(form.at.line == 1 && form.at.page == 0 && form.at.table == -1);

  jixiao_indicator indicator = {.size = sizeof indicator};
  CHECK(jixiao_get_indicator(document, 0, 0, &indicator) == JIXIAO_OK);
  CHECK(is(indicator.level2, "经济成本指标"));
  CHECK(is(indicator.target.text, "≤1200.00(元/公里)"));
  CHECK(indicator.target.op == JIXIAO_AT_MOST && indicator.target.kind == JIXIAO_QUANTITY);
  CHECK(indicator.target.number.coefficient == 120000 && indicator.target.number.scale == 2);
  CHECK(is(indicator.target.unit, "元/公里"));
  CHECK(indicator.actual.text.bytes == NULL);
  CHECK(!indicator.repaired && indicator.at.line == 13);

  jixiao_fund fund = {.size = sizeof fund};
  CHECK(jixiao_get_fund(document, 0, 0, &fund) == JIXIAO_OK);
  CHECK(is(fund.scope, "project") && is(fund.item, "total") && is(fund.measure, "budget"));
  CHECK(jixiao_find_fund(document, 0, "year.total.budget", &fund) == JIXIAO_OK);
  CHECK(is(fund.scope, "year") && fund.yuan.coefficient == 36000000 && fund.yuan.scale == 2);
}

static void what_is_not_there(jixiao_document const* document) {
  jixiao_form form = {.size = sizeof form};
  jixiao_fund fund = {.size = sizeof fund};
  jixiao_indicator indicator = {.size = sizeof indicator};
  jixiao_finding finding = {.size = sizeof finding};
  jixiao_place place;
  CHECK(jixiao_get_form(document, 1, &form) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_get_form(NULL, 0, &form) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_get_fund(document, 0, 99, &fund) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_get_indicator(document, 5, 0, &indicator) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_get_finding(document, 1000, &finding) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_find_fund(document, 0, "year.total.score", &fund) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_place_of(document, "/forms/0/project_code", &place) == JIXIAO_NOT_FOUND);
  CHECK(jixiao_form_count(NULL) == 0 && jixiao_finding_count(NULL) == 0);
  form.size = 0;
  CHECK(jixiao_get_form(document, 0, &form) == JIXIAO_BAD_ARGUMENT);
}

/* A caller of an earlier version gets what it knows, and nothing behind it is written. */
static void a_smaller_struct(jixiao_document const* document) {
  jixiao_form form;
  memset(&form, 0x7F, sizeof form);
  form.size = offsetof(jixiao_form, layout);
  jixiao_form const before = form;
  CHECK(jixiao_get_form(document, 0, &form) == JIXIAO_OK);
  CHECK(is(form.kind, "declaration"));
  CHECK(memcmp(&form.layout, &before.layout, sizeof form - offsetof(jixiao_form, layout)) == 0);
}

static void places(jixiao_document const* document) {
  jixiao_place place;
  CHECK(jixiao_place_of(document, "/forms/0/project_name", &place) == JIXIAO_OK);
  CHECK(place.line == 3);
  CHECK(jixiao_place_of(document, "/forms/0/implementing_unit/name", &place) == JIXIAO_OK);
  CHECK(place.line == 4);
  CHECK(jixiao_place_of(document, "/forms/0/indicators/4/target", &place) == JIXIAO_OK);
  CHECK(place.line == 17 && place.begin < place.end);
}

static void texts(jixiao_document const* document) {
  jixiao_buffer text = {0};
  CHECK(jixiao_document_check(document, "text", "zh", "申报表.txt", NULL, 0, &text) == JIXIAO_OK);
  CHECK(strstr(text.bytes, "农村供水管网维护经费") != NULL);
  jixiao_buffer_free(&text);
  CHECK(jixiao_document_check(document, "sarif", NULL, NULL, NULL, 0, &text) == JIXIAO_OK);
  CHECK(strstr(text.bytes, "\"2.1.0\"") != NULL);
  jixiao_buffer_free(&text);
  CHECK(jixiao_document_check(document, "papyrus", NULL, NULL, NULL, 0, &text) == JIXIAO_BAD_ARGUMENT);

  CHECK(jixiao_document_grid(document, &text) == JIXIAO_OK);
  CHECK(strstr(text.bytes, "\"claim\":\"/forms/0/project_name\"") != NULL);
  jixiao_buffer_free(&text);
  CHECK(jixiao_tables(&text) == JIXIAO_OK);
  CHECK(strncmp(text.bytes, "[{\"name\":\"documents\"", 20) == 0);
  jixiao_buffer_free(&text);
  CHECK(jixiao_document_tables(document, 7, &text) == JIXIAO_OK);
  CHECK(strstr(text.bytes, "\"forms\":[[7,0,\"declaration\"") != NULL);
  jixiao_buffer_free(&text);
}

static void findings(char const* samples) {
  jixiao_document* document = sample(samples, "fund_parts_do_not_add_up");
  jixiao_finding finding = {.size = sizeof finding};
  CHECK(jixiao_document_fate(document) == JIXIAO_WITH_FINDINGS);
  size_t found = 0;
  for (size_t i = 0; i < jixiao_finding_count(document); ++i)
    if (jixiao_get_finding(document, i, &finding) == JIXIAO_OK && is(finding.code, "V502")) {
      ++found;
      CHECK(finding.severity == JIXIAO_ERROR && finding.at.line == 6);
      CHECK(strstr(finding.message.bytes, "370000.00") != NULL);
      CHECK(strncmp(finding.path.bytes, "/forms/0/funds", 14) == 0);
    }
  CHECK(found == 1);
  jixiao_document_free(document);
}

void test_parts(char const* samples) {
  jixiao_document* document = sample(samples, "intact_form");
  a_form_by_its_parts(document);
  what_is_not_there(document);
  a_smaller_struct(document);
  places(document);
  texts(document);
  jixiao_document_free(document);
  findings(samples);
}
