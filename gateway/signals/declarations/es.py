"""Legal declarations in Spanish: data. What each kind is: the design, section 3."""

from typing import Final

from gateway.signals.declarations.shape import Declaration
from gateway.words import Legal

_BODY: Final = "me|mi|mano|manos|dedo|dedos|brazo|pierna|pie|piel|cara|ojo|ojos|hijo|hija|niño|niña|mujer|marido|madre|padre|bebé|perro|gato|pulgar"

SPANISH: Final = {
    Legal.WITHDRAWAL: Declaration(
        stems=("desist", "retract"),
        sure=(
            "no ...4 vinculad* ...4 contrato|compra|pedido",
            "desisto|desistimos|desistir ...6 contrato|compra|pedido|venta",
            "ejerzo|ejercer|ejercemos|ejercito|ejercitar|ejercicio|acogerme|acojo|uso|hacer ...6 "
            "desistimiento",
            "comunico|comunicamos|notifico|informo|comunicarles|comunicar|declaro|manifiesto ...8 desisto|"
            "desistimiento|desistir",
            "por la presente ...10 desisto|desistimiento|desistir",
            "desistimiento ...4 contrato|compra|pedido|venta",
            "quiero|deseo|queremos ...2 desistir",
            "derecho de|al desistimiento ...5 ejerzo|ejercer",
            "formulario de desistimiento ...5 adjunto|relleno|cumplimentado",
            "adjunto ...5 formulario de desistimiento",
        ),
        unless=("cómo|puedo|si|cuándo|cuánto|podría|es|hay|plazo ...5 desist*", "no ...3 desist*"),
        subject=(
            "desistimiento ...3 pedido|contrato|compra|n",
            "derecho de desistimiento",
            "desistimiento {name}",
        ),
    ),
    Legal.PRIVACY: Declaration(
        sure=(
            "rgpd|gdpr|lopd|lopdgdd ... acceso|supresión|suprim*|copia|datos|solicit*",
            "artículo|art 15|17|20|21 ...8 rgpd|reglamento|protección|gdpr",
            "derecho de|al|a ...1 acceso|supresión|olvido|cancelación ...6",
            "borr*|elimin*|suprim*|supresión|eliminación|cancel* ...6 mis|personales|todos|mi ...4 datos|"
            "cuenta|información",
            "mis|personales ...3 datos|información ...8 borr*|elimin*|suprim*",
            "acceso|copia ...6 mis_datos|datos_personales|datos_que",
            "qué ...3 datos ...8 tienen|tenéis|conservan|almacen*|guard*|disponen",
            "datos ...5 sobre mí|mi_persona|tienen|tenéis míos",
        ),
        unless=(
            "datos ...6 disco|teléfono|móvil|tarjeta|dispositivo|ordenador|memoria|pendrive",
            "perdido ...4 datos",
            "mis datos son|de envío",
        ),
    ),
    Legal.LAWYER: Declaration(
        sure=(
            "requerimiento de información|documentación",
            "se le|les requiere",
            "servicio|dirección|jefa|jefe|agencia ...3 de consumo",
            "mi|nuestro|nuestra representado|representada|mandante|defendido",
            "nuestro|nuestra cliente|clienta ...6",
            "en nombre y representación",
            "guardia civil ...8 investigación|diligencias|puesto|requer*|solicit*|comandancia",
            "policía|policia ...6 investigación|diligencias|comisaría|judicial|requer*|solicit*|brigada",
            "juzgado ...5 demanda|citación|instrucción|primera",
            "requerimiento|requerimos|burofax ...8 marca|cese|infracción|cesen|uso",
            "cese ...4 uso|infracción|comercialización",
            "inspección de consumo ...6",
            "le|les requerimos ...6",
        ),
        hint=(
            "abogado|abogada|abogados|bufete|despacho|letrado",
            "requerimiento|burofax|cese",
            "infracción|marca|propiedad industrial",
            "colegiado|ilustre",
            "expediente|n_ref|nuestra_referencia|diligencias",
            "policía|guardia civil",
        ),
        unless=(
            "mi|un|nuestro|al|con ...1 abogado|abogados",
            "denunciar*|denunciaré|acudir*|pondré ...5",
            "atención al cliente|servicio",
        ),
    ),
    Legal.SAFETY: Declaration(
        sure=(
            "prendió|prendido|prende fuego",
            "en llamas",
            "una llama|llamarada|llamaradas",
            "salió|salieron|salían|saltó ...3 llama|llamas|chispas|humo",
            "fuego|llamas|incendio|incendió|incendiado|ardiendo|ardió ...1",
            "explotó|explotado|explota|explosión|explosionó|reventó|reventado",
            "descarga|descargas|calambre|calambrazo|corriente eléctrica",
            "descarga|calambre|calambrazo|electrocutado|electrocutó",
            f"quemado|quemada|quemó|quemé|quemaduras|quemadura|herido|herida|cortado|corté|cortó|lesión|lesiones ...6 {_BODY}",
            f"{_BODY} ...5 quemado|quemada|quemó|quemé|herido|herida|cortado|corté|cortó|lesionado|hice daño",
            "quemaduras|quemadura|puntos de sutura",
            "huele|olía|olor ...2 quemado",
            "humo ...5 sal*|negro|saliendo",
            "echar|echaba|echó|salir|salía|sale|soltar ...2 humo|chispas",
            "chispas|chispazo|cortocircuito",
            "reacción alérgica",
            "peligro|riesgo de|d ...1 incendio|electrocución|asfixia|muerte",
            "bomberos",
        ),
        hint=(
            "hospital|urgencias|médico",
            "peligro|peligroso|peligrosa|riesgo",
            "sobrecalent*|recalent*|ardiendo",
            "humo|derretido|derretida|fundido",
            "quemado|quemada",
            "cayó|caído|derrumb*",
        ),
        unless=("no ...3 herido|quemado", "quemado ...3 grabar", "sin peligro"),
    ),
    Legal.WARRANTY: Declaration(
        stems=(
            "garant[íi]a legal",
            "conformidad",
            "ley general",
            "consumidor",
            "plazo",
            "resoluci[óo]n",
            "exijo",
            "vicio",
            "rebaja",
            "reclamaci[óo]n formal",
            "requiero",
            "m[áa]ximo",
        ),
        sure=(
            "garantía legal",
            "falta|faltas de conformidad",
            "ley ...5 consumidores",
            "ley general|1 2007|texto_refundido",
            "resolución ...4 contrato|compraventa",
            "resuelvo ...3 contrato",
            "vicio|vicios oculto|ocultos",
            "rebaja|reducción del precio",
            "exijo|exigimos|requiero|reclamo|solicito ... plazo ...6 días",
            "plazo de|máximo ...3 días ...8",
            "antes del ...4 exijo|reembols*|devuelv*",
            "exijo|requiero ...8 antes del|días",
            "doy|damos|concedo ...4 plazo|días",
        ),
        hint=("garantía", "acciones|medidas|vía legales|legal|judicial", "reparación o sustitución"),
        unless=("plazo de entrega|devolución|desistimiento|envío", "cuánto|cuál|tiene|qué ...3 garantía"),
    ),
}  # fmt: skip
