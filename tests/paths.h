#pragma once

#include <QString>

namespace cargo::test {

// Where this build's sources and programs are, without a slash at the end. One generated file knows it and no other: were
// it a definition of the compiler's command line, no object of the tests could come from the compiler cache in another clone.
QString sourceDir();
QString binDir();

} // namespace cargo::test
