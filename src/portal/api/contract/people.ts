/** Operations about the people of the Secretariat. */
import { Schema } from "effect"
import { PersonId, Role } from "../../../domain/index.ts"
import { Authorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Conflict, NotFound, Unavailable, Unprocessable } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { Person } from "./office-terms.ts"

const params = { person: PersonId }
const path = "/people/p-0123456789abcdef"
const Password = Schema.String.check(Schema.isMaxLength(200)).annotate({
  description: "Temporary: it is changed at the next sign-in."
})

export const people = HttpApiGroup.make("people")
  .add(
    HttpApiEndpoint.get("list", "/people", {
      query: pageQuery,
      success: pageOf("Person", Person)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List people",
        description: "By id.",
        scope: "manage",
        example: { path: "/people" }
      })
    ),
    HttpApiEndpoint.get("get", "/people/:person", {
      params,
      success: Person,
      error: NotFound
    }).annotateMerge(about({ fromStore: true, summary: "Get a person", scope: "manage", example: { path } })),
    HttpApiEndpoint.post("add", "/people", {
      payload: Schema.Struct({
        name: Schema.String,
        address: Schema.String,
        role: Role,
        password: Schema.NullOr(Password).annotate({
          description:
            "Temporary: it is changed at the first sign-in. Null for whoever signs in at the identity provider."
        })
      }),
      success: Person.pipe(HttpApiSchema.status(201)),
      error: [Conflict, Unprocessable, Unavailable]
    }).annotateMerge(
      about({
        summary: "Add a person",
        scope: "manage",
        example: {
          path: "/people",
          body: {
            name: "Amina Diallo",
            address: "amina@secretariat.example",
            role: "editor",
            password: "four words of your own"
          }
        }
      })
    ),
    HttpApiEndpoint.patch("change", "/people/:person", {
      params,
      payload: Schema.Struct({
        role: Schema.optionalKey(Role),
        disabled: Schema.optionalKey(Schema.Boolean)
      }),
      success: Person,
      error: [NotFound, Conflict]
    }).annotateMerge(
      about({
        summary: "Change a role, disable or enable",
        description:
          "Sessions of the person end; tokens too when it is disabled. The last administrator stays one.",
        scope: "manage",
        example: { path, body: { role: "reader" } }
      })
    ),
    HttpApiEndpoint.put("reset", "/people/:person/password", {
      params,
      payload: Schema.Struct({ password: Password }),
      success: Person,
      error: [NotFound, Unprocessable, Unavailable]
    }).annotateMerge(
      about({
        summary: "Set a temporary password",
        description: "All sessions of the person end.",
        scope: "manage",
        example: { path: `${path}/password`, body: { password: "four words of your own" } }
      })
    ),
    HttpApiEndpoint.delete("secondFactor", "/people/:person/second-factor", {
      params,
      success: Person,
      error: [NotFound, Conflict]
    }).annotateMerge(
      about({
        summary: "Turn a second factor off",
        description: "Of others: whoever needs one cannot do without for themselves.",
        scope: "manage",
        example: { path: `${path}/second-factor` }
      })
    ),
    HttpApiEndpoint.delete("identity", "/people/:person/identity", {
      params,
      success: Person,
      error: NotFound
    }).annotateMerge(
      about({
        summary: "Untie a person from the identity provider",
        description: "The next sign-in there by the same mail address ties them anew.",
        scope: "manage",
        example: { path: `${path}/identity` }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(
    OpenApi.annotations({
      title: "People",
      description:
        "Accounts of the Secretariat. Own passwords, second factors, sessions and tokens are changed on the pages only, so that nobody who got hold of a token can make it last."
    })
  )
