#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// Writes all of the text to a file descriptor; false when that failed (errno says why).
bool write_all(int descriptor, std::string_view text);

/// Where results go: standard output, or a file that appears under its name only when it is whole.
class OutputFile {
public:
  /// An empty path is standard output. Throws OutputError when the file cannot be made.
  explicit OutputFile(std::string path = {});
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  /// Removes a file that was not finished.
  ~OutputFile();

  /// False when the reader of a pipe has gone: nobody wants more. Throws OutputError on any other failure.
  bool write(std::string_view text);

  /// Gives the file its name.
  void finish();

  /// Where the file stands until then, for a writer that opens it itself; empty for standard output, pipes and devices.
  std::string const& temporary() const { return temporary_; }

  /// Throws the OutputError that names the file and says what errno does.
  [[noreturn]] void fail() const;
  [[noreturn]] void fail(std::string_view reason) const;

private:
  std::string path_;      ///< as given; empty for standard output
  std::string temporary_; ///< beside it, until it is whole; empty when written in place (a pipe, a device)
  int descriptor_;
};

} // namespace jixiao
