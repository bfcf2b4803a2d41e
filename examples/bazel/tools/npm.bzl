"""Programs of npm packages, for actions: without any other rules, and without node_modules in the workspace."""

def _npm(repository):
    """Installs what a lock file says, when that changes."""
    for name in ["node", "npm"]:
        if repository.which(name) == None:
            fail("There is no %s on PATH." % name)
    repository.symlink(repository.which("node"), "node")
    repository.symlink(repository.attr.package, "package.json")
    repository.symlink(repository.attr.lock, "package-lock.json")
    ci = repository.execute([repository.which("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    if ci.return_code != 0:
        fail(ci.stderr)
    repository.file("BUILD.bazel", """
package(default_visibility = ["//visibility:public"])
exports_files(["node"])
filegroup(
    name = "packages",
    srcs = ["package.json"] + glob(["node_modules/**"], exclude = ["node_modules/.*/**", "node_modules/.*"]),
)
""")

npm = repository_rule(
    implementation = _npm,
    attrs = {
        "package": attr.label(mandatory = True, allow_single_file = True),
        "lock": attr.label(mandatory = True, allow_single_file = True),
    },
    environ = ["PATH"],
)

def _npm_folder(ctx):
    out = ctx.actions.declare_directory(ctx.attr.name)
    program = [it for it in ctx.files._packages if it.path.endswith("/node_modules/" + ctx.attr.program)]
    args = [ctx.expand_location(it, ctx.attr.srcs).replace("{out}", out.path) for it in ctx.attr.args]
    ctx.actions.run(
        executable = ctx.executable._node,
        arguments = [program[0].path] + args,
        inputs = ctx.files.srcs,
        tools = ctx.files._packages,
        outputs = [out],
        mnemonic = "NpmFolder",
        progress_message = "Making %s" % ctx.label,
    )
    return [DefaultInfo(files = depset([out]))]

npm_folder = rule(
    implementation = _npm_folder,
    doc = "A folder, called as the rule, that a program writes. It gets the folders of the workspace with only `srcs` in them.",
    attrs = {
        "program": attr.string(mandatory = True, doc = "A file in node_modules."),
        "srcs": attr.label_list(allow_files = True),
        "args": attr.string_list(doc = "With $(location of a source), and {out} for the folder."),
        "_node": attr.label(default = "@npm//:node", allow_single_file = True, executable = True, cfg = "exec"),
        "_packages": attr.label(default = "@npm//:packages"),
    },
)
