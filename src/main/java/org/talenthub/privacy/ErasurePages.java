package org.talenthub.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;

/** What erasing a person means, asked for with the person's name typed; then the certificate, to print. */
@Controller
@RequestMapping("/talents/{id}/erase")
class ErasurePages {

    private final Erasures erasures;

    ErasurePages(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    String ask(@PathVariable String id, Viewer viewer, Model model) {
        RecordView person = erasures.person(id, viewer);
        model.addAttribute("id", person.id());
        model.addAttribute("name", person.name());
        return "erase";
    }

    @PostMapping
    String erase(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String request,
            Viewer viewer,
            Model model) {
        if (!name.strip().equals(erasures.person(id, viewer).name())) {
            throw Problem.badRequest("erase.name", Sentence.of("refused.erase.name"));
        }
        model.addAttribute("certificate", erasures.erase(id, request, viewer));
        return "erase";
    }
}
