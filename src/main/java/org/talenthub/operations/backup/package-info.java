/**
 * All of a hub in one file, and back: every table as of one moment, what is sealed still sealed, the key never among it. The indices are
 * built anew from it.
 */
@NullMarked
package org.talenthub.operations.backup;

import org.jspecify.annotations.NullMarked;
