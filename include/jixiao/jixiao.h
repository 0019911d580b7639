#ifndef JIXIAO_JIXIAO_H
#define JIXIAO_JIXIAO_H

/**
 * jixiao for C, and for all that can call C.
 *
 *     jixiao_document* document = NULL;
 *     if (jixiao_convert_file("form.docx", NULL, &document) != JIXIAO_OK)
 *       return fprintf(stderr, "%s\n", jixiao_error_message()), 1;
 *     for (size_t i = 0; i < jixiao_form_count(document); ++i) {
 *       jixiao_form form = {.size = sizeof form};
 *       jixiao_get_form(document, i, &form);
 *       puts(form.project_name.bytes ? form.project_name.bytes : "-");
 *     }
 *     jixiao_document_free(document);
 *
 * Texts are UTF-8. What an input holds is never an error: a damaged or unreadable file is a document with findings.
 * Errors are those of the call: a status, and a message in jixiao_error_message().
 *
 * Structs begin with their size, which the caller sets to sizeof: later versions add members at the end, and fill in
 * what the caller knows of. What a library's version has is never removed within a number of its shared object.
 *
 * Threads: documents and grammars may be read by any number of threads at a time; to free one, no other may be using
 * it.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define JIXIAO_C_API __attribute__((visibility("default")))
#else
#define JIXIAO_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jixiao_document jixiao_document;
typedef struct jixiao_grammars jixiao_grammars;

/** What became of a call. */
typedef int32_t jixiao_status;
enum {
  JIXIAO_OK = 0,
  JIXIAO_BAD_ARGUMENT = 1, /**< NULL, or a value that is none of those described */
  JIXIAO_NOT_FOUND = 2,    /**< an index or a name that the document does not have */
  JIXIAO_BAD_JSON = 3,     /**< no canonical document */
  JIXIAO_BAD_GRAMMAR = 4,  /**< the form grammar has errors: the message lists them */
  JIXIAO_NO_MEMORY = 5,
  JIXIAO_CANCELLED = 6, /**< a callback ended the run */
  JIXIAO_FAILED = 7     /**< what none of the others says; the message has the reason */
};

/** Why the last call of this thread that failed did so. Lives until the thread's next call. */
JIXIAO_C_API char const* jixiao_error_message(void);

/** "0.1.0" */
JIXIAO_C_API char const* jixiao_version(void);

/** A text of a document; NULL for what is not printed. A zero byte stands behind it. Lives as long as the document. */
typedef struct jixiao_text {
  char const* bytes;
  size_t size;
} jixiao_text;

/** A text that the caller frees. A zero byte stands behind it. */
typedef struct jixiao_buffer {
  char* bytes;
  size_t size;
} jixiao_buffer;

JIXIAO_C_API void jixiao_buffer_free(jixiao_buffer* buffer);

/** coefficient / 10^scale, with the digits as printed: 100.00 is 10000 and 2. */
typedef struct jixiao_number {
  int64_t coefficient;
  int32_t scale;
  int32_t present; /**< 0: not printed */
} jixiao_number;

/** Where something stands in the source; 0 or no page, line and column where that does not apply. */
typedef struct jixiao_place {
  uint32_t line, column, page; /**< from 1; 0: does not apply */
  int32_t table, row, cell;    /**< from 0; -1: does not apply */
  uint64_t begin, end;         /**< bytes of the source; both 0: does not apply */
} jixiao_place;

typedef int32_t jixiao_severity;
enum { JIXIAO_NOTE = 0, JIXIAO_WARNING = 1, JIXIAO_ERROR = 2 };

typedef int32_t jixiao_fate;
enum {
  JIXIAO_CONVERTED = 0,     /**< with notes at most */
  JIXIAO_WITH_FINDINGS = 1, /**< converted; a warning or an error says what is doubtful or wrong */
  JIXIAO_REFUSED = 2,       /**< read, but no document */
  JIXIAO_UNREADABLE = 3     /**< could not be read, or was given up */
};

typedef int32_t jixiao_value_kind;
enum { JIXIAO_QUANTITY = 0, JIXIAO_DEADLINE = 1, JIXIAO_QUALITATIVE = 2 };

typedef int32_t jixiao_comparator;
enum {
  JIXIAO_NONE = 0,
  JIXIAO_EQUAL = 1,
  JIXIAO_AT_LEAST = 2,
  JIXIAO_AT_MOST = 3,
  JIXIAO_GREATER = 4,
  JIXIAO_LESS = 5
};

typedef int32_t jixiao_certainty;
enum { JIXIAO_ANY_CERTAINTY = 0, JIXIAO_LIKELY = 1, JIXIAO_CERTAIN = 2 };

/* ---- Converting ---- */

/** How inputs are read. All zero but for the size is the default. */
typedef struct jixiao_options {
  size_t size;
  char const* from;                /**< forces a reader: "tsv"; NULL: told by content */
  jixiao_grammars const* grammars; /**< NULL: the built-in ones */
  char const* profile;             /**< a built-in profile that the rules go by; NULL: that of the place and year */
  uint64_t limit_bytes;            /**< of an input; 0: 256 MiB */
  jixiao_certainty least;          /**< fields read with less certainty stay empty, with a finding each */
  int32_t hide_contacts;           /**< not 0: names of persons and telephone numbers are masked */
  int32_t keep_grid;               /**< not 0: keeps the tables as read, for jixiao_document_grid() */
} jixiao_options;

/** Reads one input. `name` is its file name, for the document's source; `options` may be NULL. */
JIXIAO_C_API jixiao_status jixiao_convert(char const* name, void const* bytes, size_t size,
                                          jixiao_options const* options, jixiao_document** document);

/** The same for a file; one that cannot be opened is a document with a finding S110. "-" is standard input. */
JIXIAO_C_API jixiao_status jixiao_convert_file(char const* path, jixiao_options const* options,
                                               jixiao_document** document);

/** Reads the canonical JSON of one document back. */
JIXIAO_C_API jixiao_status jixiao_read_json(char const* text, size_t size, jixiao_document** document);

JIXIAO_C_API void jixiao_document_free(jixiao_document* document);

/** Form grammars: the built-in ones with those of a `.form` text. */
JIXIAO_C_API jixiao_status jixiao_grammars_load(char const* text, size_t size, char const* file_name,
                                                jixiao_grammars** grammars);
JIXIAO_C_API void jixiao_grammars_free(jixiao_grammars* grammars);

/* ---- Documents as text ---- */

/** The canonical JSON, pretty or on one line. */
JIXIAO_C_API jixiao_status jixiao_document_json(jixiao_document const* document, int32_t pretty, jixiao_buffer* json);

/**
 * The report of `jixiao check`: `format` is text, json, jsonl, sarif or junit, `language` en or zh. `name` is what the
 * document is called in it; `bytes` are those it was read from, for excerpts, and may be NULL.
 */
JIXIAO_C_API jixiao_status jixiao_document_check(jixiao_document const* document, char const* format,
                                                 char const* language, char const* name, void const* bytes, size_t size,
                                                 jixiao_buffer* report);

/**
 * The tables as the reader saw them, of a document that was converted with keep_grid: a JSON array of blocks, each
 * {"table": true or false, "rows": [[{"text", "claim"}]]}; a claim is a JSON Pointer, "label", or "" for nothing.
 */
JIXIAO_C_API jixiao_status jixiao_document_grid(jixiao_document const* document, jixiao_buffer* json);

/** The tidy tables: [{"name", "description", "columns": [{"name", "type", "title", "description"}]}]. */
JIXIAO_C_API jixiao_status jixiao_tables(jixiao_buffer* json);

/** The document's rows of each tidy table: {"documents": [[…]], "forms": […], …}; `number` is its number in them. */
JIXIAO_C_API jixiao_status jixiao_document_tables(jixiao_document const* document, uint64_t number,
                                                  jixiao_buffer* json);

/** What a code means, in Markdown; NULL when there is no such code. Lives as long as the program. */
JIXIAO_C_API char const* jixiao_explain(char const* code, char const* language);

/* ---- Documents by their parts ---- */

typedef struct jixiao_form {
  size_t size;
  jixiao_text kind, layout, ordinal, title;
  jixiao_number fiscal_year;
  jixiao_text project_name, project_code, project_nature, project_category;
  jixiao_text supervising_department_code, supervising_department;
  jixiao_text implementing_unit_code, implementing_unit;
  jixiao_text start_date, end_date; /**< ISO 8601 */
  jixiao_text amount_unit, fund_purpose;
  jixiao_text goal_project, goal_project_period, goal_annual, goal_expected, goal_actual;
  jixiao_number total_weight, total_score;
  jixiao_text grade;
  size_t funds, indicators; /**< how many there are */
  jixiao_place at;          /**< where the form begins */
} jixiao_form;

typedef struct jixiao_fund {
  size_t size;
  jixiao_text scope, item, measure, label;
  jixiao_number number; /**< in the form's own unit */
  jixiao_number yuan;
  jixiao_place at;
} jixiao_fund;

/** A target or an actual value; `text` is NULL where there is none. */
typedef struct jixiao_value {
  jixiao_text text;
  jixiao_value_kind kind;
  jixiao_comparator op;
  jixiao_number number, upper;
  jixiao_text unit, subject;
} jixiao_value;

typedef struct jixiao_indicator {
  size_t size;
  jixiao_text level1, level2, level3, definition;
  jixiao_value target, actual;
  jixiao_number weight, score;
  jixiao_text basis, remark;
  int32_t repaired; /**< not 0: a field could not be read straight off the row */
  jixiao_place at;
} jixiao_indicator;

typedef struct jixiao_finding {
  size_t size;
  jixiao_text code, name; /**< "R402", "row_shifted" */
  jixiao_severity severity;
  jixiao_text message; /**< in English */
  jixiao_text path;    /**< JSON Pointer of the node that it is about; NULL when it is about none */
  jixiao_place at;
} jixiao_finding;

JIXIAO_C_API jixiao_fate jixiao_document_fate(jixiao_document const* document);
JIXIAO_C_API size_t jixiao_form_count(jixiao_document const* document);
JIXIAO_C_API size_t jixiao_finding_count(jixiao_document const* document);

/* Set `size` before the call. JIXIAO_NOT_FOUND, with the struct as it was, when there is no such thing. */
JIXIAO_C_API jixiao_status jixiao_get_form(jixiao_document const* document, size_t form, jixiao_form* out);
JIXIAO_C_API jixiao_status jixiao_get_fund(jixiao_document const* document, size_t form, size_t fund, jixiao_fund* out);
JIXIAO_C_API jixiao_status jixiao_get_indicator(jixiao_document const* document, size_t form, size_t indicator,
                                                jixiao_indicator* out);
JIXIAO_C_API jixiao_status jixiao_get_finding(jixiao_document const* document, size_t finding, jixiao_finding* out);

/** An amount by scope, item and measure: "year.total.budget". */
JIXIAO_C_API jixiao_status jixiao_find_fund(jixiao_document const* document, size_t form, char const* address,
                                            jixiao_fund* out);

/** Where the node of a JSON Pointer was read: "/forms/0/project_name". */
JIXIAO_C_API jixiao_status jixiao_place_of(jixiao_document const* document, char const* pointer, jixiao_place* out);

/* ---- Many inputs ---- */

/** What came of one input. Lives as long as the call it is given to. */
typedef struct jixiao_result {
  size_t size;
  uint64_t number; /**< from 0, in the order of inputs */
  jixiao_text path;
  jixiao_fate fate;
  jixiao_text json;   /**< the canonical JSON on one line, when asked for */
  jixiao_text tables; /**< as jixiao_document_tables() gives it, when asked for */
} jixiao_result;

typedef struct jixiao_batch {
  size_t size;
  char const* const* paths; /**< files, folders (read recursively), archives (read in place) */
  size_t path_count;
  uint32_t jobs;    /**< workers; 0: one a processor */
  int32_t isolated; /**< not 0: workers are processes, so that no input can end the program. The program that calls must
                         have no other threads then. */
  int32_t json;     /**< not 0: results have their JSON */
  int32_t tables;   /**< not 0: results have their tables */
  /** Called with each result, in the order of inputs, one at a time; 0 ends the run. */
  int32_t (*take)(void* user, jixiao_result const* result);
  void* user;
} jixiao_batch;

/** Converts all that the paths name, in the order of inputs, in bounded memory. `options` may be NULL. */
JIXIAO_C_API jixiao_status jixiao_convert_all(jixiao_batch const* batch, jixiao_options const* options);

#ifdef __cplusplus
}
#endif

#endif
