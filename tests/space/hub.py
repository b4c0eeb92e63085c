"""A stand-in for the Hugging Face Hub on loopback: what publishing asks of it, and no more.

It answers in the Hub's forms, keeps what it is given, and writes down every request. `refuse` makes
a route answer otherwise; `stages` are what a Space goes through after each change.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from huggingface_hub import SpaceCard
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..apps import served

WRITER, READER = "hf_writes", "hf_reads"  # tokens
OWNER = "anna"
LFS = (".jpg", ".mp4", ".png", ".webp")
UP = ("BUILDING", "APP_STARTING", "RUNNING")
Json = dict[str, Any]


@dataclass
class Space:
    visibility: str
    files: dict[str, str] = field(default_factory=dict)  # the hash of each, by its path
    contents: dict[str, bytes] = field(default_factory=dict)  # of what came through the commit
    secrets: dict[str, Json] = field(default_factory=dict)
    variables: dict[str, Json] = field(default_factory=dict)
    volumes: list[Json] = field(default_factory=list)
    hardware: str = "cpu-basic"
    commits: int = 0
    restarts: int = 0
    stage: str = "NO_APP_FILE"
    ahead: list[str] = field(default_factory=list)  # the stages to come
    logs: dict[str, list[str]] = field(default_factory=dict)  # by kind, build or run
    message: str = ""

    @property
    def sha(self) -> str:
        return hashlib.sha1(f"commit {self.commits}".encode(), usedforsecurity=False).hexdigest()


@dataclass
class Hub:
    cas: Path  # where xet uploads go
    url: str = ""
    spaces: dict[str, Space] = field(default_factory=dict)
    buckets: dict[str, bool] = field(default_factory=dict)  # whether each is private
    blobs: dict[str, bytes] = field(default_factory=dict)  # what came through LFS
    stages: tuple[str, ...] = UP
    seen: list[str] = field(default_factory=list)
    bodies: list[tuple[str, Any]] = field(default_factory=list)  # of those with JSON
    refuse: dict[str, Response] = field(default_factory=dict)  # by method and path

    def took(self) -> list[str]:
        """The requests since it was asked last, uploads of the same kind as one."""
        plain = ["PUT LFS" if each.startswith("PUT /lfs/") else each for each in self.seen]
        plain = ["VERIFY LFS" if each.startswith("POST /lfs/") else each for each in plain]
        self.seen.clear()
        return sorted(set(plain), key=plain.index)

    def restart(self, space: Space) -> None:
        space.restarts += 1
        space.ahead = list(self.stages)

    async def answer(self, request: Request) -> Response:
        line = f"{request.method} {request.url.path}"
        body = await request.body()
        if request.url.path.endswith("agent-harnesses"):  # of the client's own accord, now and then
            return JSONResponse({}, 404)
        self.seen.append(line)
        if "json" in request.headers.get("content-type", "") and "ndjson" not in line:
            self.bodies.append((line, json.loads(body.splitlines()[0]) if body else None))
        if line in self.refuse:
            return self.refuse[line]
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        open_to_all = request.url.path.startswith("/lfs/")
        if token not in (WRITER, READER) and not open_to_all:
            return said(401, "Invalid credentials in Authorization header")
        path = request.url.path.strip("/").split("/")
        if request.method != "GET" and token == READER and path[:2] != ["api", "validate-yaml"]:
            return said(403, "you must use a write token")
        return self._route(request, path, body)

    def _route(self, request: Request, path: list[str], body: bytes) -> Response:
        match request.method, *path:
            case "GET", "api", "whoami-v2":
                return JSONResponse({"name": OWNER, "type": "user", "orgs": []})
            case "POST", "api", "validate-yaml":
                return _checked(json.loads(body)["content"])
            case "POST", "api", "repos", "create":
                return self._create(json.loads(body))
            case "PUT", "lfs", oid:
                self.blobs[oid] = body
                return Response()
            case "POST", "lfs", _, "verify":
                return Response()
            case _, "api", "buckets", owner, name:
                return self._bucket(request.method, f"{owner}/{name}", body)
            case "POST", "spaces", _, _, "info", "lfs", "objects", "batch":
                return self._lfs(json.loads(body))
            case method, "api", "spaces", owner, name, *rest:
                space = self.spaces.get(f"{owner}/{name}")
                if space is None:
                    return said(404, "Repository not found", code="RepoNotFound")
                return self._space(space, f"{owner}/{name}", method, rest, body)
        return said(404, f"no route for {request.method} {'/'.join(path)}")

    def _create(self, wanted: Json) -> Response:
        name, url = f"{wanted['organization']}/{wanted['name']}", f"{self.url}/spaces/"
        if wanted["organization"] != OWNER:
            return said(403, f"You don't have the rights to create a Space under {name}")
        if name in self.spaces:
            return JSONResponse({"error": "You already created this", "url": f"{url}{name}"}, 409)
        space = self.spaces[name] = Space(wanted.get("visibility") or "public")
        space.files[".gitattributes"] = "hub"
        for kind in ("secrets", "variables"):
            getattr(space, kind).update({each["key"]: each for each in wanted.get(kind, ())})
        space.volumes = wanted.get("volumes", [])
        space.hardware = wanted.get("hardware", space.hardware)
        return JSONResponse({"url": f"{url}{name}"})

    def _bucket(self, method: str, name: str, body: bytes) -> Response:
        url = f"{self.url}/buckets/{name}"
        if method == "POST" and name in self.buckets:
            return JSONResponse({"error": "exists", "url": url}, 409)
        if method == "POST":
            given = json.loads(body)
            self.buckets[name] = given.get("visibility") == "private" or bool(given.get("private"))
            return JSONResponse({"url": url})
        facts = {"createdAt": "2026-11-01T00:00:00.000Z", "size": 0, "totalFiles": 0}
        return JSONResponse({"id": name, "private": self.buckets[name], **facts})

    def _lfs(self, wanted: Json) -> Response:
        def upload(each: Json) -> Json:
            if each["oid"] in self.blobs:
                return each
            place = f"{self.url}/lfs/{each['oid']}"
            return each | {
                "actions": {"upload": {"href": place}, "verify": {"href": f"{place}/verify"}}
            }

        objects = [upload(each) for each in wanted["objects"]]
        way = "xet" if "xet" in wanted["transfers"] else "basic"  # older clients ask here
        return JSONResponse({"transfer": way, "objects": objects})

    def _space(
        self, space: Space, name: str, method: str, rest: list[str], body: bytes
    ) -> Response:
        match method, *rest:
            case "GET", *revision if revision in ([], ["revision", "main"]):
                return JSONResponse(_info(space, name))
            case "GET", "runtime":
                return JSONResponse(_runtime(space))
            case "GET", "logs", kind:
                lines = space.logs.get(kind, [])
                return Response("".join(f"data: {json.dumps({'data': e})}\n\n" for e in lines))
            case "GET", ("secrets" | "variables") as kind:
                return JSONResponse(_listed(getattr(space, kind), kind))
            case "POST", ("secrets" | "variables") as kind:
                given = json.loads(body)
                getattr(space, kind)[given["key"]] = given
                self.restart(space)
                return JSONResponse(_listed(getattr(space, kind), kind))
            case "PUT", "volumes":
                space.volumes = json.loads(body)["volumes"]
                self.restart(space)
                return JSONResponse({})
            case "PUT", "settings":
                space.visibility = json.loads(body)["visibility"]
                return JSONResponse({})
            case "POST", "hardware":
                space.hardware = json.loads(body)["flavor"]
                self.restart(space)
                return JSONResponse(_runtime(space))
            case "POST", "preupload", "main":
                return JSONResponse({"files": [_mode(space, e) for e in json.loads(body)["files"]]})
            case "GET", "xet-write-token", "main":
                place, until_then, token = f"local://{self.cas}", 4102444800, "xet"
                heads = {
                    "X-Xet-Cas-Url": place,
                    "X-Xet-Token-Expiration": str(until_then),
                    "X-Xet-Access-Token": token,
                }
                facts = {"casUrl": place, "exp": until_then, "accessToken": token}
                return JSONResponse(facts, headers=heads)
            case "POST", "commit", "main":
                return self._commit(space, name, [json.loads(line) for line in body.splitlines()])
        return said(404, f"no route for {method} {'/'.join(rest)}")

    def _commit(self, space: Space, name: str, lines: list[Json]) -> Response:
        for line in lines[1:]:
            path = line["value"]["path"]
            if line["key"] == "deletedFile":
                del space.files[path]
            elif line["key"] == "lfsFile":
                space.files[path] = line["value"]["oid"]
            else:
                content = space.contents[path] = base64.b64decode(line["value"]["content"])
                space.files[path] = git_hash(content)
        space.commits += 1
        self.restart(space)
        url = f"{self.url}/spaces/{name}/commit/{space.sha}"
        return JSONResponse({"commitUrl": url, "commitOid": space.sha, "success": True})


def said(status: int, message: str, code: str = "") -> Response:
    heads = {"X-Error-Message": message, "X-Request-Id": "Root=1-abc"}
    return JSONResponse(
        {"error": message}, status, heads | ({"X-Error-Code": code} if code else {})
    )


def git_hash(content: bytes) -> str:
    blob = f"blob {len(content)}\0".encode() + content
    return hashlib.sha1(blob, usedforsecurity=False).hexdigest()


def _checked(readme: str) -> Response:
    wrong = (
        []
        if SpaceCard(readme).data.get("sdk") == "gradio"
        else [{"message": "sdk must be one of gradio"}]
    )
    return JSONResponse({"errors": wrong, "warnings": []}, 400 if wrong else 200)


def _info(space: Space, name: str) -> Json:
    names = [{"rfilename": each} for each in space.files]
    private = space.visibility == "private"
    known = {"id": name, "sha": space.sha, "private": private, "visibility": space.visibility}
    return known | {"siblings": names, "sdk": "gradio"}


def _runtime(space: Space) -> Json:
    """How it stands; each look takes it on."""
    if space.ahead:
        space.stage = space.ahead.pop(0)
    hardware = {"current": space.hardware, "requested": space.hardware}
    facts = {"stage": space.stage, "hardware": hardware, "volumes": space.volumes}
    settled = {} if space.ahead else {"sha": space.sha}
    return facts | settled | ({"errorMessage": space.message} if space.message else {})


def _listed(kept: dict[str, Json], kind: str) -> Json:
    """Secrets without their values."""
    hidden = {"value"} if kind == "secrets" else set()
    return {key: {k: v for k, v in each.items() if k not in hidden} for key, each in kept.items()}


def _mode(space: Space, file: Json) -> Json:
    mode = "lfs" if file["path"].endswith(LFS) else "regular"
    known = {"oid": space.files.get(file["path"])}
    return {"path": file["path"], "uploadMode": mode, "shouldIgnore": False} | known


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """The stand-in at `hub.url`, until the block ends."""
    methods = ["GET", "POST", "PUT", "DELETE"]
    app = Starlette(routes=[Route("/{path:path}", hub.answer, methods=methods)])
    with served(app) as hub.url:
        yield hub
