find_package(benchmark REQUIRED)
jixiao_test_program(jixiao_bench 
  bench/convert_bench.cpp bench/docx_bench.cpp bench/layouts_bench.cpp bench/corpus.cpp bench/word_corpus.cpp)
target_link_libraries(jixiao_bench PRIVATE benchmark::benchmark_main ICU::uc pugixml::pugixml PkgConfig::libzip)
