/** How a file is read: its sheet, header, and which column means what. */
@NullMarked
package org.talenthub.importing.reading;

import org.jspecify.annotations.NullMarked;
