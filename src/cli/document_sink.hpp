#pragma once

#include <jixiao/document.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace jixiao::cli {

/// A document as the texts that it adds to each file of the output.
using Rendered = std::vector<std::string>;

/// Where documents go, one after the other.
class DocumentSink {
public:
  virtual ~DocumentSink() = default;

  /// From any thread; `index` counts the documents.
  virtual Rendered render(Document const& document, std::size_t index) const = 0;

  /// In the order of documents. False when nobody reads on.
  virtual bool take(Rendered const& rendered) = 0;

  /// Gives the files their names.
  virtual void finish() = 0;
};

/// For "json" (one object, or an array when there are several documents), "jsonl" and "csv" (`path` is a folder).
std::unique_ptr<DocumentSink> make_sink(std::string const& format, std::string const& path, bool several);

} // namespace jixiao::cli
