package org.talenthub.accounts.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account that somebody wishes for, or what to change of one; what is absent stays as it is.
 *
 * @param region code of a unit at prefecture level
 * @param carrier id, credit code or exact name
 * @param organisation id or exact name; gives region and carrier where these are absent
 * @param email where its letters go; empty for none
 * @param enabled whether it may sign in
 * @param factor false takes its second factor away, for who lost it
 */
@JsonIgnoreProperties(ignoreUnknown = false)
public record AccountWish(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String role,
        @Nullable String region,
        @Nullable JsonNode carrier,
        @Nullable JsonNode organisation,
        @Nullable String email,
        @Nullable Boolean enabled,
        @Nullable Boolean factor) {

    /** As a form sends it; of where the account belongs a field that is left empty says nothing. */
    public static AccountWish of(Map<String, String> form) {
        return new AccountWish(
                form.get("username"),
                form.get("displayName"),
                form.get("role"),
                filled(form.get("region")),
                text(form.get("carrier")),
                text(form.get("organisation")),
                form.get("email"),
                null,
                null);
    }

    private static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable JsonNode text(@Nullable String value) {
        String text = filled(value);
        return text == null ? null : tools.jackson.databind.node.StringNode.valueOf(text);
    }

    @Nullable
    String carrierText() {
        return named(carrier);
    }

    @Nullable
    String organisationText() {
        return named(organisation);
    }

    /** A text, or the thing as it is answered: {@code {id, name}}. */
    private static @Nullable String named(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        String text =
                node.isObject() ? node.path("id").asString(node.path("name").asString("")) : node.asString("");
        return text.isBlank() ? null : text.strip();
    }
}
