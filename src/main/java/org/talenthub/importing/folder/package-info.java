/** The watched folder. */
@NullMarked
package org.talenthub.importing.folder;

import org.jspecify.annotations.NullMarked;
