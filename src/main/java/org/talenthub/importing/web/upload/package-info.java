/** From the chosen file to the mapping of its columns. */
@NullMarked
package org.talenthub.importing.web.upload;

import org.jspecify.annotations.NullMarked;
