/** Reports and records as the tables hold them, read and written by the thousand. Their fields are open: within this module they are rows. */
@NullMarked
package org.talenthub.records.model;

import org.jspecify.annotations.NullMarked;
