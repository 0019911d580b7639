# The page of a review in a real browser, where there is one.
add_test(NAME desk.page
  COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/desk/page_test.py" "${PROJECT_BINARY_DIR}/bin/jixiao"
    "${PROJECT_SOURCE_DIR}/src/desk/page.css" "${samples}/declarations_that_a_reviewer_sends_back" "${samples}/evaluations_that_a_reviewer_sends_back"
    "${samples}/several_forms_in_one_document" "${samples}/scraped_page_with_cut_cells" "${samples}/workbook_with_a_form_on_each_sheet")
set_tests_properties(desk.page PROPERTIES SKIP_RETURN_CODE 77)
