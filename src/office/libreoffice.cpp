#include <jixiao/office.hpp>

#include "office/process.hpp"
#include "office/scratch_folder.hpp"
#include "text/sha256.hpp"

#include <fstream>
#include <memory>
#include <mutex>
#include <utility>

namespace jixiao {
namespace {

bool write_file(std::filesystem::path const& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return out.flush().good();
}

bool is_of_kind(std::string_view bytes, std::string_view kind) {
  return bytes.starts_with(kind == "pdf" ? "%PDF-" : "PK");
}

/// What stands in the file that the program was asked to write. It ends well even when it wrote none.
Converted read_output(std::filesystem::path const& path, std::string_view kind, std::uint64_t largest) {
  std::error_code error;
  auto const size = std::filesystem::file_size(path, error);
  if (error || size == 0)
    return {{}, "it wrote nothing"};
  if (size > largest)
    return {{}, "what it wrote has " + std::to_string(size) + " bytes"};
  Converted out;
  out.bytes.resize(size);
  std::ifstream in(path, std::ios::binary);
  in.read(out.bytes.data(), static_cast<std::streamsize>(size));
  if (!in || !is_of_kind(out.bytes, kind))
    return {{}, "what it wrote is no " + std::string(kind)};
  return out;
}

Converted convert_by(std::string const& program, LibreOffice const& office, std::string_view bytes,
                     std::string_view from, std::string_view to) {
  ScratchFolder const folder;
  auto const input = folder.path() / ("input." + std::string(from));
  if (folder.path().empty() || !write_file(input, bytes))
    return {{}, "there is no room for its files"};
  auto const out = folder.path() / "out";
  // Two runs with one profile get in each other's way.
  auto const ending =
      run_program({program, "-env:UserInstallation=file://" + (folder.path() / "profile").string(), "--headless",
                   "--norestore", "--convert-to", std::string(to), "--outdir", out.string(), input.string()},
                  std::chrono::seconds(office.seconds));
  if (ending == Ending::out_of_time)
    return {{}, "it took more than " + std::to_string(office.seconds) + " s"};
  if (ending == Ending::failed)
    return {{}, "it failed"};
  return read_output(out / ("input." + std::string(to)), to, office.largest_output);
}

/// The last conversion: a document that is looked at twice is converted once.
struct Last {
  std::mutex mutex;
  std::string key;
  Converted converted;
};

} // namespace

OfficeProgram libreoffice(LibreOffice const& office) {
  auto const program = find_program(office.program);
  OfficeProgram out;
  out.always = office.always;
  if (program.empty() && office.always)
    out.convert = [](auto...) { return Converted{{}, "it is not installed (no soffice on PATH)"}; };
  if (program.empty())
    return out;
  out.convert = [program, office, last = std::make_shared<Last>()](std::string_view bytes, std::string_view from,
                                                                   std::string_view to) {
    auto key = sha256_hex(bytes).append(from).append(to);
    {
      std::lock_guard const lock(last->mutex);
      if (last->key == key)
        return last->converted;
    }
    auto converted = convert_by(program, office, bytes, from, to);
    std::lock_guard const lock(last->mutex);
    last->key = std::move(key);
    last->converted = converted;
    return converted;
  };
  return out;
}

} // namespace jixiao
