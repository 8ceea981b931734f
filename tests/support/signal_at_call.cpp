// SPDX-License-Identifier: BSL-1.0
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// For LD_PRELOAD: the process gets the signal SIGNAL_NUMBER just before call SIGNAL_AT of those that change files, counted
// from 1. SIGNAL_CALLS, if it is set, names the only calls that count: "write", "rename,unlink". So a run is cut short at a
// known place, however fast the machine is.

namespace {

int number_in(char const* name) {
  char const* const text = std::getenv(name);
  return text == nullptr ? 0 : std::atoi(text);
}

bool counts(char const* call) {
  char const* at = std::getenv("SIGNAL_CALLS");
  if (at == nullptr) return true;
  for (std::size_t const size = std::strlen(call); at != nullptr; at = std::strchr(at, ',')) {
    if (*at == ',') ++at;
    if (std::strncmp(at, call, size) == 0 && (at[size] == ',' || at[size] == '\0')) return true;
  }
  return false;
}

void about_to(char const* call) {
  static int calls = 0;
  static int const wanted = number_in("SIGNAL_AT"), signal = number_in("SIGNAL_NUMBER");
  if (counts(call) && __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) == wanted) kill(getpid(), signal);
}

bool is_regular(int file) {
  struct stat known;
  return file > 2 && fstat(file, &known) == 0 && S_ISREG(known.st_mode);
}

template <class Function>
Function* next(Function*, char const* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int mode_of(int flags, va_list more) { return (flags & O_CREAT) != 0 ? va_arg(more, int) : 0; }

bool changes(int flags) { return (flags & (O_CREAT | O_TRUNC)) != 0; }

} // namespace

extern "C" {

ssize_t write(int file, void const* data, std::size_t size) {
  if (is_regular(file)) about_to("write");
  return next(write, "write")(file, data, size);
}

ssize_t pwrite(int file, void const* data, std::size_t size, off_t at) {
  if (is_regular(file)) about_to("write");
  return next(pwrite, "pwrite")(file, data, size, at);
}

std::size_t fwrite(void const* data, std::size_t size, std::size_t count, std::FILE* file) {
  if (is_regular(fileno(file))) about_to("write");
  return next(fwrite, "fwrite")(data, size, count, file);
}

int open(char const* name, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int const mode = mode_of(flags, more);
  va_end(more);
  if (changes(flags)) about_to("open");
  return next(open, "open")(name, flags, mode);
}

std::FILE* fopen(char const* name, char const* mode) {
  if (std::strchr(mode, 'w') != nullptr) about_to("open");
  return next(fopen, "fopen")(name, mode);
}

int fsync(int file) {
  about_to("fsync");
  return next(fsync, "fsync")(file);
}

int ftruncate(int file, off_t size) noexcept {
  about_to("truncate");
  return next(ftruncate, "ftruncate")(file, size);
}

int truncate(char const* name, off_t size) noexcept {
  about_to("truncate");
  return next(truncate, "truncate")(name, size);
}

int rename(char const* from, char const* to) noexcept {
  about_to("rename");
  return next(rename, "rename")(from, to);
}

int unlink(char const* name) noexcept {
  about_to("unlink");
  return next(unlink, "unlink")(name);
}

int remove(char const* name) noexcept {
  about_to("unlink");
  return next(remove, "remove")(name);
}

int fchmod(int file, mode_t mode) noexcept {
  about_to("chmod");
  return next(fchmod, "fchmod")(file, mode);
}

} // extern "C"
