#include "package_fuzz.hpp"

#include <string>

// Any bytes are read as a web archive, as the parts of one, and as the page in one.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  std::string const head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\n";
  fuzz::read_package("mhtml", bytes);
  fuzz::read_package("mhtml", head + bytes);
  fuzz::read_package("mhtml", head + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" +
                                  bytes + "\n--b--\n");
  return 0;
}
