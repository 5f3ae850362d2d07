/** Where the header of a sheet stands and what its titles mean. */
@NullMarked
package org.talenthub.importing.sheet.header;

import org.jspecify.annotations.NullMarked;
