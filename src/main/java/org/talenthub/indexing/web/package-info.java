/** Operations on the indices over HTTP, for administrators. */
@NullMarked
package org.talenthub.indexing.web;

import org.jspecify.annotations.NullMarked;
