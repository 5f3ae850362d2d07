/** What every page and every answer shares: errors, language, the description of the API. */
@NullMarked
package org.talenthub.web;

import org.jspecify.annotations.NullMarked;
