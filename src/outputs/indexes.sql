CREATE INDEX IF NOT EXISTS forms_of_unit ON forms (implementing_unit_name, fiscal_year);
CREATE INDEX IF NOT EXISTS forms_of_project ON forms (project_name);
CREATE INDEX IF NOT EXISTS diagnostics_of_code ON diagnostics (code);
