-- Decimals are INTEGER when whole and REAL otherwise; texts keep what was printed.
-- What a later version of the schema added stands behind a line `-- version N`: a database of an older version gets it.

CREATE TABLE documents (
  document    INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  media_type  TEXT,
  encoding    TEXT,
  bytes       INTEGER NOT NULL,
  sha256      TEXT NOT NULL,
  title       TEXT,
  forms       INTEGER NOT NULL,
  indicators  INTEGER NOT NULL,
  errors      INTEGER NOT NULL,
  warnings    INTEGER NOT NULL,
  notes       INTEGER NOT NULL,
  cells       INTEGER NOT NULL,
  claimed     INTEGER NOT NULL,
  fate        TEXT NOT NULL,               -- converted, with_findings, refused, failed
  path        TEXT NOT NULL UNIQUE,        -- the name, when only bytes were given
  vanished    INTEGER NOT NULL DEFAULT 0,  -- 1: the last run that read its folder did not find it
  settings    TEXT NOT NULL                -- what it was made with
);

CREATE TABLE sections (
  document  INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  section   INTEGER NOT NULL,
  heading   TEXT,
  text      TEXT,
  PRIMARY KEY (document, section)
) WITHOUT ROWID;

CREATE TABLE forms (
  document                     INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  form                         INTEGER NOT NULL,
  kind                         TEXT NOT NULL,
  layout                       TEXT NOT NULL,
  ordinal                      TEXT,
  title                        TEXT,
  fiscal_year                  INTEGER,
  project_name                 TEXT,
  project_code                 TEXT,
  project_nature               TEXT,
  project_category             TEXT,
  supervising_department_code  TEXT,
  supervising_department_name  TEXT,
  implementing_unit_code       TEXT,
  implementing_unit_name       TEXT,
  start_date                   TEXT,
  end_date                     TEXT,
  amount_unit                  TEXT,
  fund_purpose                 TEXT,
  spending_schedule            TEXT,
  total_weight                 NUMERIC,
  total_score                  NUMERIC,
  grade                        TEXT,
  line                         INTEGER,
  PRIMARY KEY (document, form)
) WITHOUT ROWID;

CREATE TABLE funds (
  document  INTEGER NOT NULL,
  form      INTEGER NOT NULL,
  fund      INTEGER NOT NULL,
  scope     TEXT NOT NULL,
  item      TEXT NOT NULL,
  measure   TEXT NOT NULL,
  number    NUMERIC,
  yuan      NUMERIC,
  printed   TEXT,  -- the digits of number
  PRIMARY KEY (document, form, fund),
  FOREIGN KEY (document, form) REFERENCES forms ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE goals (
  document  INTEGER NOT NULL,
  form      INTEGER NOT NULL,
  goal      TEXT NOT NULL,
  period    TEXT,
  text      TEXT,
  PRIMARY KEY (document, form, goal),
  FOREIGN KEY (document, form) REFERENCES forms ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE indicators (
  document        INTEGER NOT NULL,
  form            INTEGER NOT NULL,
  indicator       INTEGER NOT NULL,
  level1          TEXT,
  level2          TEXT,
  level3          TEXT,
  definition      TEXT,
  target          TEXT,
  target_kind     TEXT,
  target_op       TEXT,
  target_number   NUMERIC,
  target_upper    NUMERIC,
  target_unit     TEXT,
  target_subject  TEXT,
  actual          TEXT,
  actual_kind     TEXT,
  actual_op       TEXT,
  actual_number   NUMERIC,
  actual_upper    NUMERIC,
  actual_unit     TEXT,
  actual_subject  TEXT,
  weight          NUMERIC,
  score           NUMERIC,
  basis           TEXT,
  remark          TEXT,
  repaired        TEXT,
  line            INTEGER,
  PRIMARY KEY (document, form, indicator),
  FOREIGN KEY (document, form) REFERENCES forms ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE diagnostics (
  document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  diagnostic  INTEGER NOT NULL,
  form        INTEGER,
  code        TEXT NOT NULL,
  name        TEXT NOT NULL,
  severity    TEXT NOT NULL,
  message     TEXT NOT NULL,
  path        TEXT,
  line        INTEGER,
  "column"    INTEGER,
  page        INTEGER,
  "table"     INTEGER,
  "row"       INTEGER,
  cell        INTEGER,
  "begin"     INTEGER,
  "end"       INTEGER,
  PRIMARY KEY (document, diagnostic)
) WITHOUT ROWID;

CREATE VIEW fates AS
  SELECT iif(vanished, 'vanished', fate) AS fate, count(*) AS documents FROM documents GROUP BY 1;

-- The views below leave out documents that have vanished: a file that was moved would count twice.

CREATE VIEW present_forms AS
  SELECT forms.document, form, path, kind, layout, fiscal_year,
         implementing_unit_code AS unit_code, implementing_unit_name AS unit, project_code, project_name, amount_unit
    FROM forms JOIN documents USING (document) WHERE NOT vanished;

CREATE VIEW forms_by_unit_and_year AS
  SELECT unit_code, unit, fiscal_year, count(*) AS forms, count(DISTINCT document) AS documents
    FROM present_forms GROUP BY 1, 2, 3;

CREATE VIEW funds_yuan AS
  SELECT document, form, path, fiscal_year, unit_code, unit, project_code, project_name, kind, scope, item, measure,
         yuan, printed, amount_unit
    FROM present_forms JOIN funds USING (document, form) WHERE yuan IS NOT NULL;

CREATE VIEW indicators_compared AS
  SELECT document, form, indicator, path, fiscal_year, unit_code, unit, project_code, project_name, level1, level2,
         level3, target, target_op, target_number, target_upper, target_unit, actual, actual_number, actual_upper,
         actual_unit, weight, score, remark
    FROM present_forms JOIN indicators USING (document, form) WHERE target IS NOT NULL AND actual IS NOT NULL;

CREATE VIEW findings_by_code AS
  SELECT code, diagnostics.name, severity, count(*) AS findings, count(DISTINCT document) AS documents
    FROM diagnostics JOIN documents USING (document) WHERE NOT vanished GROUP BY 1, 2, 3;

-- version 2

CREATE TABLE fields (
  document   INTEGER NOT NULL,
  form       INTEGER NOT NULL,
  field      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  path       TEXT NOT NULL,
  value      TEXT,
  printed    TEXT,
  how        TEXT,
  certainty  TEXT,
  line       INTEGER,
  "column"   INTEGER,
  page       INTEGER,
  "table"    INTEGER,
  "row"      INTEGER,
  cell       INTEGER,
  PRIMARY KEY (document, form, field),
  FOREIGN KEY (document, form) REFERENCES forms ON DELETE CASCADE
) WITHOUT ROWID;

-- A project is told by its name without the form's year, and its unit.
CREATE VIEW projects_together AS
  SELECT replace(replace(project_name, fiscal_year || '年度', ''), fiscal_year || '年', '') AS project, unit,
         fiscal_year, kind, document, form, path, project_code,
         (SELECT yuan FROM funds WHERE funds.document = present_forms.document AND funds.form = present_forms.form
             AND scope = 'year' AND item = 'total' AND measure IN ('budget', 'initial_budget') AND yuan IS NOT NULL
           ORDER BY measure LIMIT 1) AS budget,
         (SELECT yuan FROM funds WHERE funds.document = present_forms.document AND funds.form = present_forms.form
             AND scope = 'year' AND item = 'total' AND measure = 'executed') AS executed
    FROM present_forms WHERE project_name IS NOT NULL AND fiscal_year IS NOT NULL;

CREATE VIEW targets_against_reached AS
  WITH rows AS (SELECT project, unit, fiscal_year, kind, document, form, indicator, path, level3, target, target_op,
                       target_number, target_unit, actual, actual_number, actual_unit
                  FROM projects_together JOIN indicators USING (document, form))
  SELECT next.project, next.unit, next.level3, reached.fiscal_year AS reached_year, reached.actual, reached.actual_number,
         next.fiscal_year, next.kind, next.target, next.target_op, next.target_number, next.target_unit,
         reached.path AS reached_path, reached.document AS reached_document, reached.form AS reached_form,
         reached.indicator AS reached_indicator, next.path, next.document, next.form, next.indicator
    FROM rows AS reached JOIN rows AS next
      ON next.project = reached.project AND next.unit IS reached.unit AND next.level3 = reached.level3
         AND next.fiscal_year = reached.fiscal_year + 1
   WHERE reached.actual IS NOT NULL AND next.target IS NOT NULL;

-- What was stored before has no fields: it is made anew when it is met again.
UPDATE documents SET settings = '';

-- version 3

ALTER TABLE funds ADD COLUMN label TEXT;

CREATE TABLE parts (
  document   INTEGER NOT NULL,
  form       INTEGER NOT NULL,
  part       INTEGER NOT NULL,
  indicator  INTEGER NOT NULL,
  list       TEXT NOT NULL,
  "of"       TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  text       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  op         TEXT,
  number     NUMERIC,
  upper      NUMERIC,
  unit       TEXT,
  subject    TEXT,
  PRIMARY KEY (document, form, part),
  FOREIGN KEY (document, form) REFERENCES forms ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE extras (
  document   INTEGER NOT NULL,
  form       INTEGER NOT NULL,
  extra      INTEGER NOT NULL,
  indicator  INTEGER,
  list       TEXT NOT NULL,
  item       INTEGER NOT NULL,
  label      TEXT,
  value      TEXT,
  offered    TEXT,
  path       TEXT NOT NULL,
  line       INTEGER,
  "column"   INTEGER,
  page       INTEGER,
  "table"    INTEGER,
  "row"      INTEGER,
  cell       INTEGER,
  PRIMARY KEY (document, form, extra),
  FOREIGN KEY (document, form) REFERENCES forms ON DELETE CASCADE
) WITHOUT ROWID;

-- What was stored before has no parts and extras: it is made anew when it is met again.
UPDATE documents SET settings = '';
