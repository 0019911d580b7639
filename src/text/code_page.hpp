#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace jixiao {

/// Decodes bytes of Windows code pages (936 is GBK), as parts of old office files are.
class CodePages {
public:
  CodePages();
  ~CodePages();
  CodePages(CodePages const&) = delete;
  CodePages& operator=(CodePages const&) = delete;

  /// UTF-8. Bytes that are none of the page's characters are read as Windows-1252; each such text is counted.
  std::string decode(std::string_view bytes, unsigned page);
  std::size_t damaged() const { return damaged_; }

private:
  struct Converter;
  Converter& converter(unsigned page);

  std::map<unsigned, std::unique_ptr<Converter>> converters_;
  std::size_t damaged_ = 0;
};

} // namespace jixiao
