# What has to hold for any declaration: random ones from a fixed seed, damaged in named ways. Prints recall by damage.
jixiao_test_program(jixiao_property_test
  property/certainty_test.cpp property/damage_test.cpp property/growth_test.cpp property/layout_changes_test.cpp property/layout_faults_test.cpp property/seeded_faults_test.cpp
  property/aligned_form.cpp property/allocations.cpp property/content_changes.cpp property/form_carriers.cpp property/label_changes.cpp property/layout_changes.cpp property/model_contents.cpp property/printed_form.cpp
  property/row_changes.cpp property/score.cpp
  property/seeded_documents.cpp property/seeded_faults.cpp property/seeded_faults_of_goals.cpp property/seeded_faults_of_wording.cpp DOCTEST)
target_link_libraries(jixiao_property_test PRIVATE jixiao_layout_prints)

foreach(property IN ITEMS certainty damage growth layout_changes layout_faults seeded_faults)
  add_test(NAME property.${property} COMMAND jixiao_property_test "--source-file=*/property/${property}_test.cpp")
  set_tests_properties(property.${property} PROPERTIES FAIL_REGULAR_EXPRESSION "test cases: +0 ")
endforeach()
# The longest ones of all tests begin first, so that no processor waits at the end.
set_tests_properties(property.certainty property.damage property.seeded_faults PROPERTIES COST 100)
# Sanitized, and beside other work, minutes.
set_tests_properties(property.layout_changes property.layout_faults PROPERTIES TIMEOUT 900)
