/** The importing module's part of the API. */
@NullMarked
package org.talenthub.importing.web;

import org.jspecify.annotations.NullMarked;
